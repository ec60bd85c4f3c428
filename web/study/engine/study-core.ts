/** The core of the study edition: the public one and more. */
import type { CoreModule } from '../../../wasm/contract/core.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import { guardAlso, type Kind } from '../../engine/guard.js';
import { core } from '../../engine/load.js';

/** What its own functions take. */
export const STUDY_SIGNATURES = {
  work: ['number', 'text', 'number'],
  judgeLine: ['text', 'number', 'text', 'number', 'number', 'text'],
  exercise: ['number', 'text', 'number'],
  judgeExercise: ['text', 'number', 'text', 'number', 'text'],
  asking: ['text', 'number'],
  judgeAsked: ['text', 'text', 'number', 'text'],
  naiveLoss: ['text', 'number', 'number'],
  lossParts: ['number', 'number'],
  naiveCurve: ['text', 'number', 'view'],
  difference: ['text', 'number', 'number', 'number', 'view'],
  differenceErrors: ['text', 'number', 'number', 'view'],
  sigmoidSlope: ['number'],
  slopeCurve: ['text', 'number', 'view'],
  source: ['number'],
  score: ['numbers', 'numbers'],
} as const satisfies Record<Exclude<keyof StudyModule, keyof CoreModule>, readonly Kind[]>;

guardAlso(STUDY_SIGNATURES);

/** The core, where it has been started. The build puts the study module in the public one's place. */
export const studyCore = (): StudyModule => core() as StudyModule;
