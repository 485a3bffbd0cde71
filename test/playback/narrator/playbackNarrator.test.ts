/** The voice, and the captions where it is not heard, against a player whose true media time the test knows. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SOUND } from '../../../src/session/preferences/sound';
import { bridge } from '../../support/exercises';
import {
  audio,
  clock,
  make,
  mediaAt,
  narrator,
  open,
  play,
  settings,
  signals,
  speaker,
  startFresh,
  tell,
  useSettings,
  wait,
} from './narrating';

beforeEach(startFresh);

describe('the voice', () => {
  beforeEach(() => {
    useSettings({ ...DEFAULT_SOUND, voice: 'cues' });
    make();
  });

  it('counts on the second, and leads through the repetition', () => {
    open(bridge());
    play(20);
    const heard = speaker.heard.map(({ at, text }) => [text, Math.round(mediaAt(at) * 100) / 100]);
    expect(heard.filter(([text]) => text === '3')).toEqual([
      ['3', 2],
      ['3', 7],
      ['3', 15],
    ]);
    const second = heard.filter(([, at]) => Number(at) > 9.9 && Number(at) < 18.5);
    expect(second.map(([text]) => text)).toEqual([
      'Terug',
      'Nummer 2',
      'Omhoog',
      'Hou aan',
      '3',
      '2',
      '1',
      'Terug',
    ]);
  });

  it('stops speaking with a pause and with Back', () => {
    open(bridge());
    play(7.3);
    tell(false);
    expect(
      speaker.said.every(({ at, stopped }) => stopped !== undefined || at < clock.now - 1),
    ).toBe(true);
    play(1);
    narrator.stopped();
    const before = speaker.said.length;
    wait(3);
    expect(speaker.said).toHaveLength(before);
  });

  it('takes another mode and another speaker at once', () => {
    open(bridge());
    play(6);
    narrator.change({ ...settings, voice: 'off' });
    const before = speaker.heard.length;
    play(6);
    expect(speaker.heard.filter(({ at }) => mediaAt(at) > 6.1)).toEqual([]);
    expect(before).toBeGreaterThan(3);
    narrator.change({ ...settings, voice: 'counts' });
    play(8);
    const words = speaker.heard.filter(({ at }) => mediaAt(at) > 12.2).map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['3', '2', '1']));
    expect(words).not.toContain('Hou aan');
  });

  it('says nothing muted, and captions stand in for it', () => {
    narrator.change({ ...settings, muted: true });
    open(bridge());
    play(7.5);
    expect(speaker.said).toEqual([]);
    expect(narrator.caption?.cue?.says).toEqual([{ key: 'phase.hold' }]);
    narrator.change({ ...settings, muted: false });
    expect(narrator.caption).toBeUndefined();
    narrator.change({ ...settings, captions: true });
    expect(narrator.caption?.count).toBe(3);
    narrator.stopped();
    expect(narrator.caption).toBeUndefined();
  });
});

describe('heard means heard', () => {
  const heard = (by: 'signal' | 'voice') =>
    narrator.log.filter((one) => one.by === by && one.outcome === 'started');

  beforeEach(() => {
    useSettings({ ...DEFAULT_SOUND, voice: 'cues' });
    make();
  });

  it('a voice that is heard needs no captions', () => {
    open(bridge());
    expect(narrator.caption).toBeUndefined();
    play(8);
    expect(narrator.caption).toBeUndefined();
    expect(heard('voice').length).toBeGreaterThan(2);
  });

  it('what was ordered and didn’t sound is captioned, and is not told to have been said', () => {
    open(bridge());
    speaker.isHeard = false;
    play(8);
    expect(heard('voice')).toEqual([]);
    expect(narrator.caption).toEqual(narrator.saying);
    expect(narrator.caption).toBeDefined();
    // No sound remains scheduled that has no moment any more.
    expect(speaker.said.filter(({ at, stopped }) => !stopped && at < clock.now - 1.2)).toEqual([]);
    speaker.isHeard = true;
    play(4);
    expect(heard('voice').length).toBeGreaterThan(1);
    expect(narrator.caption).toBeUndefined();
  });

  it('who says that nothing can be heard is captioned from the first frame on', () => {
    open(bridge());
    speaker.canSpeak = false;
    play(0.05);
    expect(narrator.caption).toEqual(narrator.saying);
    expect(narrator.caption).toBeDefined();
  });

  it('nobody speaks: captions from the first frame on', () => {
    make({ speaker: () => undefined });
    open(bridge());
    play(0.05);
    expect(narrator.caption).toBeDefined();
  });

  it('signals alone, and a context that stays suspended: captions until a key', () => {
    useSettings({ ...DEFAULT_SOUND, voice: 'off' });
    audio.mayResume = false;
    make();
    open(bridge());
    play(0.05);
    expect(narrator.caption).toBeDefined();
    for (const gesture of ['click', 'touchend']) {
      audio.mayResume = true;
      window.dispatchEvent(new Event(gesture));
      play(1);
      expect(audio.state, gesture).toBe('running');
      expect(narrator.caption, gesture).toBeUndefined();
      audio.mayResume = false;
      audio.standStill();
      expect(narrator.caption, gesture).toBeDefined();
    }
  });

  it.each([
    'interrupted',
    'running',
  ] as const)('a context that stands still (%s) started nothing; it is captioned, and heard again later', (state) => {
    useSettings({ ...DEFAULT_SOUND, voice: 'off' });
    make();
    open(bridge());
    play(7.5);
    const before = heard('signal').length;
    expect(before).toBeGreaterThan(2);
    audio.mayResume = false;
    audio.standStill(state);
    play(6);
    expect(heard('signal')).toHaveLength(before);
    expect(narrator.caption).toBeDefined();
    audio.mayResume = true;
    // A set does this itself when the other app ends.
    if (state === 'interrupted') audio.onstatechange?.();
    else audio.resume();
    play(4);
    expect(narrator.caption).toBeUndefined();
    expect(heard('signal').length).toBeGreaterThan(before);
    expect(signals().filter(({ media }) => media > 8.1 && media < 12)).toEqual([]);
  });
});
