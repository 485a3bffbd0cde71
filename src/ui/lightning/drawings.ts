/** Makes Lightning draw an SVG whatever type its server gave it. */
import { Lightning } from '@lightningjs/sdk';
import { svgAddress } from '../../tv/svg';

type Done = (error: unknown, canvas?: HTMLCanvasElement) => void;
type Create = (done: Done, stage: Lightning.Stage, address: string, w: number, h: number) => void;

/** Call it once, before the first drawing. */
export function drawAnySvg(): void {
  const tools = Lightning.Tools as unknown as { createSvg: Create };
  const create = tools.createSvg;
  tools.createSvg = (done, stage, address, w, h) =>
    create(
      (error, canvas) => {
        if (error) svgAddress(address).then((own) => create(done, stage, own, w, h), done);
        else done(null, canvas);
      },
      stage,
      address,
      w,
      h,
    );
}
