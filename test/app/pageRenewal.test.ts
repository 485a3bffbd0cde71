import { beforeEach, describe, expect, it } from 'vitest';
import { PageRenewal } from '../../src/app/pageRenewal';

let isNavigating = false;
let renewed = 0;
let renewal: PageRenewal;

beforeEach(() => {
  isNavigating = false;
  renewed = 0;
  renewal = new PageRenewal({
    isNavigating: () => isNavigating,
    renew: () => {
      renewed += 1;
    },
  });
});

describe('a page whose words changed', () => {
  it('opens anew at once', () => {
    renewal.want();
    expect(renewed).toBe(1);
    renewal.arrived();
    expect(renewed).toBe(1);
  });

  it('that is on its way opens anew when it is there, once', () => {
    isNavigating = true;
    renewal.want();
    renewal.want();
    expect(renewed).toBe(0);
    renewal.arrived();
    expect(renewed).toBe(1);
    renewal.arrived();
    expect(renewed).toBe(1);
  });
});

it('a page that opens is left as it is where nothing changed', () => {
  renewal.arrived();
  expect(renewed).toBe(0);
});
