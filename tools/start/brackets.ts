/**
 * Brackets around functions that are called when the app starts. By them engines know to compile a function
 * while the script loads, beside what else is done; else they find out when it is called, and all waits
 * (`docs/decisions/021-speed.md`). Of arrow functions only newer engines know it.
 */
import { calledAtOnce, type TopFunction, topFunctions } from './functions';

interface Edit {
  start: number;
  end: number;
  text: string;
}

function edited(script: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  const pieces = ordered.flatMap(({ start, end, text }) => {
    const piece = [script.slice(at, start), text];
    at = end;
    return piece;
  });
  return [...pieces, script.slice(at)].join('');
}

/** Brackets around those of these expressions that don't stand in them already. */
const inBrackets = (script: string, functions: readonly { start: number; end: number }[]): Edit[] =>
  functions.flatMap(({ start, end }) =>
    script[start - 1] === '(' && script[end] === ')'
      ? []
      : [{ start, end, text: `(${script.slice(start, end)})` }],
  );

/** The same script with brackets around what it calls as soon as it runs. */
export const bracketed = (script: string): string =>
  edited(script, inBrackets(script, calledAtOnce(script)));

/** A declaration can't stand in brackets: it becomes a variable, set before all else runs as it was. */
function asVariables(script: string, declared: readonly TopFunction[]): Edit[] {
  const byTop = new Map<number, string[]>();
  const taken = declared.flatMap(({ declared: place, end, name, start }): Edit[] => {
    if (!place) return [];
    const head = script.slice(start, place.nameStart);
    const whole = `${name}=(${head.trimEnd()}${script.slice(place.nameEnd, end)})`;
    byTop.set(place.top, [...(byTop.get(place.top) ?? []), whole]);
    return [{ start, end, text: '' }];
  });
  const laid = [...byTop].map(([top, all]) => ({
    start: top,
    end: top,
    text: `var ${all.join(',')};`,
  }));
  return [...laid, ...taken];
}

/**
 * The same script with brackets around some of its top functions.
 * @param chosen by their place in `topFunctions`
 */
export function bracketedAt(script: string, chosen: ReadonlySet<number>): string {
  const functions = topFunctions(script).filter((_, at) => chosen.has(at));
  const expressions = functions.filter(({ declared }) => !declared);
  return edited(script, [...asVariables(script, functions), ...inBrackets(script, expressions)]);
}
