import { bekkenHandenKnieen } from './bekkenHandenKnieen';
import { bekkenRuglig } from './bekkenRuglig';
import { bekkenStand, bekkenStandMuur } from './bekkenStand';
import { bekkenZit, bekkenZitZitbal } from './bekkenZit';
import { benenOpenDicht } from './benenOpenDicht';
import { bolletje } from './bolletje';
import { brug, brugArmenGekruist } from './brug';
import { brugEenbenig } from './brugEenbenig';
import { fietsen } from './fietsen';
import { hamstringsActief } from './hamstringsActief';
import { hamstringsPassief } from './hamstringsPassief';
import { heupbuigers } from './heupbuigers';
import { quadriceps } from './quadriceps';
import { rekBil } from './rekBil';
import { rekOnderrugBil } from './rekOnderrugBil';
import { rekRugSchouders } from './rekRugSchouders';
import { rotatieRuglig } from './rotatieRuglig';
import { rotatieZitbal } from './rotatieZitbal';
import { rugBuiklig, rugBuikligBeideBenen } from './rugBuiklig';
import { rugZitbal } from './rugZitbal';
import { schaar } from './schaar';
import { superman } from './superman';
import type { Movement } from './types';
import { zijplank } from './zijplank';

/** The movements of all filmed exercises, in the brochure's order. */
export const movements: readonly Movement[] = [
  bekkenRuglig,
  bekkenHandenKnieen,
  bekkenZit,
  bekkenZitZitbal,
  bekkenStand,
  bekkenStandMuur,
  brug,
  brugArmenGekruist,
  brugEenbenig,
  rugZitbal,
  rugBuiklig,
  rugBuikligBeideBenen,
  superman,
  zijplank,
  fietsen,
  schaar,
  benenOpenDicht,
  rotatieRuglig,
  rotatieZitbal,
  bolletje,
  rekOnderrugBil,
  rekBil,
  rekRugSchouders,
  hamstringsActief,
  hamstringsPassief,
  quadriceps,
  heupbuigers,
];
