import { parentPort, workerData } from 'node:worker_threads';
import { COARSE, FINE } from '../figure/figure';
import { png } from '../render/png';
import { Stage } from '../render/stage';
import { solve } from '../skeleton/solve';
import type { Delivery, Order } from './renderFarm';

const { scene, quality, poses } = workerData as Order;
const { width, height, samples, fine } = quality;
const stage = new Stage(scene, width, height, samples, fine ? FINE : COARSE);
for (const { key, pose } of poses) {
  const delivery: Delivery = { key, png: png(stage.film(solve(pose)), width, height) };
  parentPort?.postMessage(delivery);
}
