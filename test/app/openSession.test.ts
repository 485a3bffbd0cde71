import { expect, it } from 'vitest';
import { keepOpenSession, takeOpenSession } from '../../src/app/openSession';
import type { SessionRequest } from '../../src/app/sessions';
import type { TextStore } from '../../src/tv/storage';

function store(): TextStore {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
  };
}

const open: SessionRequest = {
  routine: { id: 'today', title: 'Vandaag', items: [{ exercise: 'brug' }] },
  from: { routine: 'today', index: 0, exercise: 'brug', part: 'brug', set: 2, repetition: 7 },
  forGroup: true,
};

it('comes back as it was, once', () => {
  const tab = store();
  keepOpenSession(tab, open);
  expect(takeOpenSession(tab)).toEqual(open);
  expect(takeOpenSession(tab)).toBeUndefined();
});

it.each([
  '{',
  '[]',
  '{"routine":{"id":"today"}}',
  '{"from":null}',
])('what can’t be read opens nothing, and is gone: %s', (text) => {
  const tab = store();
  tab.write('beweeg-mee.openSession', text);
  expect(takeOpenSession(tab)).toBeUndefined();
  expect(tab.read('beweeg-mee.openSession')).toBeNull();
});
