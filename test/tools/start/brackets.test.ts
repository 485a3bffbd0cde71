/** Brackets around what is called when the app starts: they change when a function is compiled, nothing else. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bracketed, bracketedAt } from '../../../tools/start/brackets';
import { topFunctions } from '../../../tools/start/functions';

describe('what a script calls at once', () => {
  it.each([
    ['by name', 'var app=function(){return 1}();', 'var app=(function(){return 1})();'],
    [
      'by being handed over',
      '(function(f){f()})(this,function(){});',
      '(function(f){f()})(this,(function(){}));',
    ],
    [
      'twice',
      'var a=function(){}(),b=function(){}();',
      'var a=(function(){})(),b=(function(){})();',
    ],
  ])('stands in brackets: %s', (_, script, expected) => {
    expect(bracketed(script)).toBe(expected);
  });

  it.each([
    'function later(){}',
    'var later=function(){};',
    '(function(){})();',
    '(function(){}).call(this);',
    'var app=start();',
  ])('leaves what is not, or stands in them already: %s', (script) => {
    expect(bracketed(script)).toBe(script);
  });
});

/** @param names of those that are chosen */
const chosen = (script: string, ...names: string[]) =>
  bracketedAt(
    script,
    new Set(topFunctions(script).flatMap(({ name }, at) => (names.includes(name) ? [at] : []))),
  );

describe('the functions at the top', () => {
  it.each([
    ['of a script', 'function a(){}const b=()=>1,c=2,d=function(){};let e;', 'a b d'],
    ['of the function that holds all', '(function(){"use strict";function a(){}})();', 'a'],
    ['of one that is called by its method', '(function(){function a(){}}).call(this);', 'a'],
    [
      'two functions deep',
      'var x=(function(){var app=(function(){const a=()=>1})();function b(){}})();',
      'a b',
    ],
    ['and none below', 'function a(){function b(){}const c=()=>b}class D{e(){}}', 'a'],
  ])('are found: %s', (_, script, expected) => {
    expect(topFunctions(script).map(({ name }) => name)).toEqual(expected.split(' '));
  });
});

describe('what is chosen', () => {
  it.each([
    ['an arrow', 'const a=x=>x,b=()=>2;', 'const a=(x=>x),b=()=>2;'],
    ['an expression', 'var a=function(){};', 'var a=(function(){});'],
    ['an async one', 'const a=async x=>x;', 'const a=(async x=>x);'],
    ['a declaration', 'start();function a(x){return x}', 'var a=(function(x){return x});start();'],
    ['an async declaration', 'async function a(){}', 'var a=(async function(){});'],
    ['a generator', 'function*a(){}', 'var a=(function*(){});'],
    [
      'below a directive, where that is',
      '(function(){"use strict";let b=1;function a(){}})();',
      '(function(){"use strict";var a=(function(){});let b=1;})();',
    ],
  ])('stands in brackets: %s', (_, script, expected) => {
    expect(chosen(script, 'a')).toBe(expected);
  });

  it.each(['const a=(x=>x);', 'const b=x=>x;', 'class a{}'])('leaves all else: %s', (script) => {
    expect(chosen(script, 'a')).toBe(script);
  });

  it('does what it did: before its line, calling itself and others, with its name', () => {
    const script = `(function () {
      'use strict';
      const first = double(fall(3));
      function fall(n) { return n > 0 ? n + fall(n - 1) : 0; }
      class Sum extends base() { of() { return first; } }
      function base() { return class { name() { return [double.name, fall.length, half.name]; } }; }
      function double(n) { return 2 * n; }
      const half = (n) => n / 2;
      const sum = new Sum();
      result = [sum.of(), ...sum.name(), half(first)];
    })();`;
    const run = (text: string) => runInNewContext(`let result;${text};JSON.stringify(result)`);
    expect(run(script)).toBe('[12,"double",1,"half",6]');
    const changed = chosen(script, 'fall', 'double', 'base', 'half');
    expect(changed).not.toBe(script);
    expect(run(changed)).toBe(run(script));
  });
});
