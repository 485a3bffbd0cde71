/** Texts of the page about the app, section by section. */
import { version } from '../../../../metadata.json';
import type { BrochureSource } from '../../../app/services';
import { dateText } from '../../../texts/days';
import { SET_NAMES } from '../../../texts/sets';
import type { Translate } from '../../../texts/translate';
import { engineOf } from '../../../tv/setFacts';
import type { Block } from '../../components/PagedText';
import type { Shell } from '../../shell';
import type { IconName } from '../../theme/shapes';

/** One section: its name in the list, and its text. */
export interface AboutSection {
  id: 'what' | 'privacy' | 'sources' | 'licences' | 'version' | 'technical';
  label: string;
  icon: IconName;
  blocks: Block[];
  /** The action of OK on the section; absent: OK turns the text's page. */
  opens?(): void;
}

/** Path of the file with every licence in full. The build puts it beside the page. */
const LICENCES = 'licences.txt';

/** The kind of set and its browser engine, which a helpdesk asks for. */
function setText(platform: Shell['services']['platform'], agent = navigator.userAgent): string {
  const { name, version: full = '' } = engineOf(agent) ?? {};
  const engine = name && `${name} ${full.split('.')[0] ?? ''}`;
  return engine ? `${SET_NAMES[platform]}, ${engine}` : SET_NAMES[platform];
}

/** "22 november 2026". */
const fullDate = (t: Translate, day: string): string =>
  `${dateText(t, day)} ${day.split('-')[0] ?? ''}`;

/** The source of a brochure, and the people who checked its exercises and its translation. */
function sourceBlock(t: Translate, { source, title, translated }: BrochureSource): Block {
  const { date, publisher, reviewer } = source;
  const lines = [
    publisher ? t('about.publisher', { publisher }) : '',
    t('about.source', { version: source.version, date: fullDate(t, date) }),
    reviewer ? t('about.reviewed', { reviewer }) : t('about.unreviewed'),
  ];
  if (translated) {
    lines.push(
      translated.reviewer
        ? t('about.translatedReviewed', { reviewer: translated.reviewer })
        : t('about.translatedUnreviewed'),
    );
  }
  return { heading: title, text: lines.filter(Boolean).join('\n') };
}

/** All sections, in order. */
export function aboutSections({ services, showLog }: Shell): AboutSection[] {
  const { centre, library, platform, t } = services;
  const { sources } = library;
  const address = new URL(LICENCES, document.baseURI).href;
  const section = (
    id: AboutSection['id'],
    icon: IconName,
    label: string,
    blocks: Block[],
  ): AboutSection => ({ id, icon, label, blocks });
  const text = (one: string): Block[] => [{ text: one }];
  const paragraphs = (one: string): Block[] => one.split('\n').map((line) => ({ text: line }));
  return [
    section('what', 'info', t('about.what'), paragraphs(t('about.text', { title: library.title }))),
    section('privacy', 'lock', t('about.privacy'), paragraphs(t('about.privacyText'))),
    section(
      'sources',
      'book-open',
      t('about.sources'),
      sources.length
        ? [...sources.map((one) => sourceBlock(t, one)), ...text(t('about.ours'))]
        : text(t('about.noSource')),
    ),
    section(
      'licences',
      'file-text',
      t('about.licences'),
      text(t('about.licencesText', { address })),
    ),
    section(
      'version',
      'tag',
      t('about.version'),
      text(
        [
          t('about.versionText', { version, set: setText(platform) }),
          ...(centre.version ? [t('about.centreVersion', { version: centre.version })] : []),
        ].join('\n'),
      ),
    ),
    {
      ...section('technical', 'tool', t('log.title'), text(t('log.why'))),
      opens: showLog,
    },
  ];
}
