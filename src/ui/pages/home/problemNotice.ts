/**
 * The notice about what could not be read. It tells the patient what that means, in words of the language
 * files. What exactly is wrong is for staff, in the technical panel.
 */
import type { AppServices, Problem, ProblemKind } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import type { NoticeSpec } from '../../components/Notice';
import type { Shell } from '../../shell';

type Told = Pick<AppServices, 't' | 'problems'> & {
  /** The exercises that can be shown. */
  exercises: readonly Exercise[];
};

/** The exercises that problems are about. Problems without a usable id count one each. */
function countOf(problems: readonly Problem[]): number {
  const ids = problems.map(({ exercise }, at) => exercise ?? at);
  return ids.filter((id, at) => ids.indexOf(id) === at).length;
}

/** The sentence of each kind that always has the same one. */
const SENTENCES = {
  centre: 'load.centre',
  cataloguePart: 'load.cataloguePart',
  entry: 'home.problemSome',
  media: 'load.media',
  mediaPart: 'load.mediaPart',
  translation: 'load.translation',
  translationPart: 'home.problemSome',
  language: 'language.failed',
} as const;

/** Says what the problems of one kind mean. */
function sentenceOf(kind: ProblemKind, { exercises, problems, t }: Told): string {
  if (kind === 'catalogue' || kind === 'refused') {
    return t(exercises.length ? 'load.cataloguePart' : 'load.catalogue');
  }
  if (kind !== 'exercise' && kind !== 'film') return t(SENTENCES[kind]);
  if (!exercises.length) return t('load.catalogue');
  const all = problems.filter((one) => one.kind === kind);
  const n = countOf(all);
  if (kind === 'exercise') return t.count('home.problem', n);
  const film = exercises.find(({ id }) => id === all[0]?.exercise);
  return film && n < 2 ? t('home.problemFilm', { name: film.shortTitle }) : t('load.mediaPart');
}

/** What the problems mean for the patient, each sentence once. */
export function problemSentences(told: Told): string[] {
  const sentences = told.problems.map(({ kind }) => sentenceOf(kind, told));
  return sentences.filter((one, at) => sentences.indexOf(one) === at);
}

/** The notice; undefined where all could be read. OK shows every sentence, and leads staff further. */
export function problemNotice(shell: Shell): NoticeSpec | undefined {
  const { library, problems, t } = shell.services;
  if (!problems.length) return undefined;
  const { exercises } = library;
  const sentences = problemSentences({ t, problems, exercises });
  const [text = '', more] = sentences;
  const technical = t('log.title');
  return {
    id: 'problems',
    // The line has room for one sentence.
    text: more ? t(exercises.length ? 'home.problemSome' : 'load.catalogue') : text,
    icon: 'alert-triangle',
    press: () =>
      shell.ask({
        id: 'problems',
        title: t('home.problemTitle'),
        icon: 'alert-triangle',
        text: [...sentences, t('home.problemStaff', { technical })].join('\n'),
        footer: (page, pages) => t('exercise.page', { page, pages }),
        buttons: [
          { id: 'close', label: t('dialog.close'), primary: true, press: () => {} },
          { id: 'technical', label: technical, press: () => shell.showLog() },
        ],
      }),
  };
}
