import type { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../../catalogue/types';
import type { Routine } from '../../../session/routine/routine';
import { nameOfRoutine } from '../../../texts/words';
import { Rail } from '../../components/Rail';
import { Rows } from '../../components/Rows';
import { TILE, Tile, type TileItem } from '../../components/Tile';
import type { Shell } from '../../shell';
import { atSize, colours, screen, type } from '../../theme';
import { cutLine } from '../../theme/measure';
import { tileOf } from '../home/homeContent';
import { ground, Page } from '../Page';
import { addTo } from '../routine/routineChanges';
import { tileRow } from '../tileRow';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Body: { Title: object; Hint: object; Rows: typeof Rows };
}

const rowsY = (): number => atSize(190, 200, 210);

/** Rows of the catalogue's exercises. OK adds an exercise to the routine; Back returns to the routine. */
export class AddPage extends Page<Spec> implements Lightning.Component.ImplementTemplateSpec<Spec> {
  readonly pageName = 'add';
  private shell: Shell | undefined;
  private routine = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Body: {
        Title: { x: screen.left, y: screen.top, color: colours.text },
        Hint: { x: screen.left, y: screen.top + atSize(66, 70, 76), color: colours.soft },
        Rows: { type: Rows, x: screen.left, y: rowsY() },
      },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, routine: Routine): void {
    this.shell = shell;
    this.routine = routine.id;
    const { library, t } = shell.services;
    const title = t('add.title', { name: nameOfRoutine(t, routine) });
    this.patch({
      Body: {
        Title: {
          text: { ...type.title, text: cutLine(title, type.title, screen.right - screen.left) },
        },
        Hint: { text: { ...type.small, text: t('add.hint') } },
      },
    });
    const [first] = library.categories;
    this.rows?.show(
      this.categories(shell).map(({ exercises, id, title }) =>
        tileRow(this.stage, id, title, Tile, TILE, this.tiles(exercises, shell)),
      ),
      first?.id ?? '',
    );
  }

  /** Marks the tiles of the exercises that were added. */
  override remembered(): void {
    const { shell } = this;
    if (!shell) return;
    for (const { exercises, id } of this.categories(shell)) {
      const rail = this.rows?.find(id);
      if (rail instanceof Rail) rail.items = this.tiles(exercises, shell);
    }
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.rows;
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private get rows(): Rows | undefined {
    return this.getByRef('Body')?.getByRef('Rows') as Rows | undefined;
  }

  private categories({ services: { library } }: Shell) {
    return library.categories.flatMap(({ id, title }) => {
      const exercises = library.exercises.filter((one) => one.category === id);
      return exercises.length ? [{ id, title, exercises }] : [];
    });
  }

  private tiles(exercises: Exercise[], shell: Shell): TileItem[] {
    const { routines, t } = shell.services;
    const items = routines.find(this.routine)?.items ?? [];
    return exercises.map((exercise) => {
      const times = items.filter((item) => item.exercise === exercise.id).length;
      const tile = tileOf(exercise, shell, () =>
        addTo(shell, this.routine, exercise, routines.ownItemOf(exercise.id)),
      );
      if (!times) return tile;
      return {
        ...tile,
        flag: {
          text: times > 1 ? t('add.times', { n: times }) : t('add.in'),
          color: colours.mint,
          ink: colours.onAccent,
        },
      };
    });
  }
}
