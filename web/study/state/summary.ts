/** What is kept, put into words' reach: for the place that shows progress, and for what to do next. */
import { cardsFor, queueOf, type Today } from './cards.js';
import { PLACES, type Place } from './places.js';
import type { Progress, Skill, Snapshot, Turn } from './records.js';

export interface SkillSummary extends Skill {
  place: Place;
  skill: string;
}

export interface Summary {
  /** Whether there is nothing at all. */
  isEmpty: boolean;
  /** By place, in their order. */
  walks: readonly Progress[];
  skills: readonly SkillSummary[];
  /** The most often met first. */
  turns: readonly Turn[];
  /** The place where something was done last. */
  last: Place | undefined;
  /** The walk that was begun last and is not done. */
  unfinished: Progress | undefined;
  /** What has been practised, and is right less than half the time without help. */
  weakest: SkillSummary | undefined;
  /** Cards to be seen today: that have been seen before, and that have not. */
  back: number;
  fresh: number;
}

/** So many answers, and there is something to say about a skill. */
const ENOUGH = 3;

/** How often it was right without help, as a share. */
const shareOf = ({ attempts, right, helped }: Skill): number => (attempts === 0 ? 0 : (right - helped) / attempts);

const placeAt = (place: Place): number => PLACES.indexOf(place);

export function summaryOf(all: Snapshot, today: Today): Summary {
  const walks = [...all.progress.values()].sort((one, other) => placeAt(one.id) - placeAt(other.id));
  const skills = [...all.skills.values()]
    .map((record) => {
      const [place = '', skill = ''] = record.id.split(' ');
      return { ...record, place: place as Place, skill };
    })
    .sort((one, other) => placeAt(one.place) - placeAt(other.place) || (one.skill < other.skill ? -1 : 1));
  const turns = [...all.turns.values()].sort((one, other) => other.count - one.count || other.at - one.at);
  const latest = [...walks.map(({ id, at }) => ({ place: id, at })), ...skills].sort((one, other) => other.at - one.at);
  const weak = skills
    .filter((skill) => skill.attempts >= ENOUGH && shareOf(skill) < 0.5)
    .sort((one, other) => shareOf(one) - shareOf(other));
  const { back, fresh } = queueOf(cardsFor(all.turns.keys()), all.reviews, today);
  return {
    isEmpty: Object.values(all).every(({ size }) => size === 0),
    walks,
    skills,
    turns,
    last: latest[0]?.place,
    unfinished: walks.filter(({ step, of }) => step < of).sort((one, other) => other.at - one.at)[0],
    weakest: weak[0],
    back,
    fresh,
  };
}
