/** The functions at the top of a script: those that stand beside each other in its outermost function. */
import {
  type Expression,
  type Function as FunctionNode,
  type ModuleDeclaration,
  parse,
  type Statement,
} from 'acorn';

type Node = Statement | ModuleDeclaration;

/** A function of its own name, as `function a() {}` or `const a = () => {}`. */
export interface TopFunction {
  name: string;
  /** Places in the script's text. */
  start: number;
  end: number;
  /** How many it takes. */
  parameters: number;
  /** Where it is a declaration: the places of its name, and of the first statement beside it. */
  declared?: { nameStart: number; nameEnd: number; top: number };
}

const isFunction = (node: Expression | null | undefined): node is Expression & FunctionNode =>
  node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression';

/** Functions that these statements call, or hand over to be called, as soon as they run. */
function calledIn(statements: readonly Node[]) {
  const expressions = statements.flatMap((one): Expression[] => {
    if (one.type === 'ExpressionStatement') return [one.expression];
    if (one.type !== 'VariableDeclaration') return [];
    return one.declarations.flatMap(({ init }) => init ?? []);
  });
  return expressions.flatMap((one) => {
    if (one.type !== 'CallExpression') return [];
    const { callee } = one;
    // `(function () {}).call(this)` is a call of it too.
    const called =
      callee.type === 'MemberExpression' && callee.object.type !== 'Super' ? callee.object : callee;
    return [called, ...one.arguments].flatMap((part) =>
      part.type === 'FunctionExpression' ? [part] : [],
    );
  });
}

const statementsOf = (script: string): readonly Node[] =>
  parse(script, { ecmaVersion: 'latest' }).body;

/** Functions that a script calls, or hands over to be called, as soon as it runs. */
export const calledAtOnce = (script: string): { start: number; end: number }[] =>
  calledIn(statementsOf(script));

/** @param top where the first of these statements begins that is no directive */
function functionsIn(statements: readonly Node[], top: number): TopFunction[] {
  return statements.flatMap((one): TopFunction[] => {
    if (one.type === 'FunctionDeclaration') {
      const { end, id, params, start } = one;
      const declared = { nameStart: id.start, nameEnd: id.end, top };
      return [{ name: id.name, start, end, parameters: params.length, declared }];
    }
    if (one.type !== 'VariableDeclaration') return [];
    return one.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && isFunction(init)
        ? [{ name: id.name, start: init.start, end: init.end, parameters: init.params.length }]
        : [],
    );
  });
}

/** In the order of the text, also below the top where all of the script is in one function. */
export function topFunctions(script: string): TopFunction[] {
  const below = (statements: readonly Node[]): TopFunction[] => {
    const first = statements.find((one) => !('directive' in one && one.directive));
    return [
      ...functionsIn(statements, first?.start ?? 0),
      ...calledIn(statements).flatMap(({ body }) => below(body.body)),
    ];
  };
  return below(statementsOf(script)).sort((a, b) => a.start - b.start);
}
