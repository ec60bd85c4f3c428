/** What is kept, in the order in which it is told; and what of it home goes by. */
import { cardsFor, queueOf, type Today } from './cards.js';
import type { SoFar } from './home.js';
import { PLACES, type Place } from './places.js';
import type { Progress, Skill, Snapshot, Turn } from './records.js';

export interface SkillSummary extends Skill {
  place: Place;
  skill: string;
}

export interface Summary {
  /** By place, in their order. */
  walks: readonly Progress[];
  skills: readonly SkillSummary[];
  /** The most often met first. */
  turns: readonly Turn[];
}

const placeAt = (place: Place): number => PLACES.indexOf(place);

export function summaryOf({ progress, skills, turns }: Snapshot): Summary {
  return {
    walks: [...progress.values()].sort((one, other) => placeAt(one.id) - placeAt(other.id)),
    skills: [...skills.values()]
      .map((record) => {
        const [place = '', skill = ''] = record.id.split(' ');
        return { ...record, place: place as Place, skill };
      })
      .sort((one, other) => placeAt(one.place) - placeAt(other.place) || (one.skill < other.skill ? -1 : 1)),
    turns: [...turns.values()].sort((one, other) => other.count - one.count || other.at - one.at),
  };
}

/** Cards are due once somebody has begun with them: a pile of new ones is no reason to come back. */
export function soFarOf({ progress, turns, reviews }: Snapshot, today: Today): SoFar {
  const { back, fresh } = queueOf(cardsFor(turns.keys()), reviews, today);
  return {
    begun: [...progress.values()].map(({ id, step, of, at }) => ({ place: id, step, of, at })),
    due: reviews.size > 0 ? back + fresh : 0,
  };
}
