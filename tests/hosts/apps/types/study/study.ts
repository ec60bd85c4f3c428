/** The study edition's elements and its core. */
import 'binary-cross-entropy/study';
import { createCore, loadCore, valueOf, type Exercise, type StudyModule } from 'binary-cross-entropy/study/core';

const core: StudyModule = await loadCore();
const another: StudyModule = await createCore(new Uint8Array(8));
const exercise: Exercise = valueOf(core.exercise(12, 'find_p', 2));
const exercises = document.createElement('bce-exercises');
exercises.link = true;

export const all = [another, exercise.answer, valueOf(core.loss(1, 0.85))];

// @ts-expect-error no such kind
core.exercise(12, 'poetry', 2);
