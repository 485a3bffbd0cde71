/**
 * The notice about what could not be read. It tells the patient what that means, in words of the language
 * files. What exactly is wrong is for staff, in the technical panel.
 */
import type { AppServices, Problem, ProblemKind } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import type { Translate } from '../../../texts/translate';
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

/** Says what the problems of one kind mean. */
function sentenceOf(kind: ProblemKind, { exercises, problems, t }: Told): string {
  const all = problems.filter((one) => one.kind === kind);
  switch (kind) {
    case 'centre':
      return t('load.centre');
    case 'catalogue':
    case 'cataloguePart':
      return t(exercises.length ? 'load.cataloguePart' : 'load.catalogue');
    case 'refused':
      return t(exercises.length ? 'load.cataloguePart' : 'home.problemNone');
    case 'exercise':
      return exercises.length ? t.count('home.problem', countOf(all)) : t('home.problemNone');
    case 'entry':
      return t('home.problemSome');
    case 'film': {
      const film = exercises.find(({ id }) => id === all[0]?.exercise);
      const n = countOf(all);
      return n === 1 && !film
        ? t('load.mediaPart')
        : t.count('home.problemFilm', n, { name: film?.shortTitle ?? '' });
    }
    case 'media':
      return t('load.media');
    case 'mediaPart':
      return t('load.mediaPart');
    case 'translation':
      return t('load.translation');
    case 'translationPart':
      return t('load.translationPart');
    case 'language':
      return t('language.failed');
  }
}

/** What the problems mean for the patient, each sentence once. */
export function problemSentences(told: Told): string[] {
  const sentences = told.problems.map(({ kind }) => sentenceOf(kind, told));
  return sentences.filter((one, at) => sentences.indexOf(one) === at);
}

/** The line of the notice. */
function summary(t: Translate, sentences: readonly string[], hasExercises: boolean): string {
  const [first = ''] = sentences;
  if (sentences.length === 1) return first;
  return t(hasExercises ? 'home.problemSome' : 'home.problemNone');
}

/** The notice; undefined where all could be read. OK shows every sentence, and leads staff further. */
export function problemNotice(shell: Shell): NoticeSpec | undefined {
  const { library, problems, t } = shell.services;
  if (!problems.length) return undefined;
  const { exercises } = library;
  const sentences = problemSentences({ t, problems, exercises });
  const technical = t('log.title');
  return {
    id: 'problems',
    text: summary(t, sentences, exercises.length > 0),
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
          { id: 'technical', label: technical, icon: 'tv', press: () => shell.showLog() },
        ],
      }),
  };
}
