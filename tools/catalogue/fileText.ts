/**
 * Reads a file that a person wrote, and says in one sentence why it can't be read: not there, empty, saved in
 * another encoding, a web page, or a slip in its JSON with the line.
 */
import { readFileSync, statSync } from 'node:fs';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type CatalogueProblem, problemOf } from '../../src/catalogue/problems';

/** A file's text, and what is wrong with the file itself. */
export interface FileText {
  /** Absent where nothing of it can be read. */
  text?: string;
  problems: CatalogueProblem[];
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a]/;

const COMPLAINTS: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'a number is not well written',
  PropertyNameExpected: 'a name in double quotes should stand here',
  ValueExpected: 'a value should stand here',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'more stands after the end of the object',
  InvalidCommentToken: 'a comment stands here, which JSON does not allow',
  UnexpectedEndOfComment: 'a comment stands here, which JSON does not allow',
  UnexpectedEndOfString: 'a closing quote " is missing',
  InvalidUnicode: 'an escape \\u is not well written',
  InvalidEscapeCharacter: 'a backslash \\ must be written twice',
  InvalidCharacter: 'a tab or a line break stands within quotes',
};

const complaintOf = ({ error }: ParseError): string | undefined =>
  COMPLAINTS[printParseErrorCode(error)];

/** What the first slip is, beyond what the parser calls it. */
function slip(text: string, error: ParseError): string {
  const { offset } = error;
  const complaint = complaintOf(error);
  const at = text.slice(offset);
  const before = text.slice(0, offset).trimEnd();
  const [sign = ''] = at.trimStart();
  if (QUOTES.test(sign)) return `${sign} is a typographic quote; write "`;
  if (sign === "'") return `' is a single quote; write "`;
  if (/[}\]]/.test(sign) && before.endsWith(','))
    return 'a comma stands before the end of a list or an object; take it out';
  if (!at.trim()) return complaint ?? 'the file ends too early';
  return complaint ?? `${JSON.stringify(at.trimStart().slice(0, 12))} should not stand here`;
}

/** The first slip in a text that is not JSON: its line, and what to write; undefined where there is none. */
export function slipIn(text: string): string | undefined {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  if (!first) return undefined;
  const { length } = /^\s*/.exec(text.slice(first.offset))?.[0] ?? '';
  // What is missing belongs to the line where the text before it ends.
  const isMissing = /missing/.test(complaintOf(first) ?? '');
  const place = isMissing ? text.slice(0, first.offset).trimEnd().length : first.offset + length;
  return `line ${lineOf(text, place)}: ${slip(text, first)}`;
}

const isValid = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with the text as a whole; undefined where it is JSON. */
function faultOf(text: string): string | undefined {
  if (!text.trim()) return 'is empty';
  if (isValid(text)) return undefined;
  if (/^\s*<(!doctype|html|\?xml)/i.test(text))
    return 'is a web page, not JSON: save the file itself, not the page about it';
  return `is not valid JSON: ${slipIn(text) ?? 'it can not be read'}`;
}

/** Decodes bytes. A mark at their beginning says which encoding they are in. */
function decode(bytes: Buffer): { text?: string; complaint?: string } {
  const [one, two] = bytes;
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) {
    return { complaint: 'is saved as UTF-16: save it as UTF-8' };
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const at = text.indexOf('\uFFFD');
  if (at < 0 || bytes.includes('\uFFFD')) return { text };
  const complaint = `line ${lineOf(text, at)}: has a letter that is not in UTF-8: save the file as UTF-8`;
  return { text, complaint };
}

/**
 * Reads a file. Never throws.
 * @param name name of the file in the sentences
 */
export function readFileText(path: string, name: string): FileText {
  const wrong = (complaint: string): CatalogueProblem =>
    problemOf(name, undefined, undefined, complaint);
  let bytes: Buffer;
  try {
    if (statSync(path).isDirectory()) return { problems: [wrong('is a folder, not a file')] };
    bytes = readFileSync(path);
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { problems: [wrong(`cannot be opened (${isAbsent ? 'no such file' : 'unreadable'})`)] };
  }
  const { complaint, text } = decode(bytes);
  const encoding = complaint === undefined ? [] : [wrong(complaint)];
  if (text === undefined) return { problems: encoding };
  const fault = faultOf(text);
  return fault === undefined
    ? { text, problems: encoding }
    : { problems: [...encoding, wrong(fault)] };
}
