/** What a host sets, as an attribute or a property: how it is read, and what holds without it. */
import type { PropertyDeclaration } from 'lit';
import { knownLocale } from '../content/locales.js';
import { SECTION_IDS, type SectionId } from '../content/schema.js';
import { safeHref } from './safe-href.js';

/**
 * A value that makes sense, out of one of any type; undefined where there is none. `odd` says that a
 * part of it makes none.
 */
export type Reader<T> = (value: unknown, odd: () => void) => T | undefined;

/** A property of which the value from outside is read, with `fallback` as long as there is none. */
export interface Setting<T = unknown> extends PropertyDeclaration {
  readonly read: Reader<T>;
  readonly fallback: T | null;
}

export const setting = <T>(read: Reader<T>, fallback: T | null, more: PropertyDeclaration = {}): Setting<T> => ({
  ...more,
  read,
  fallback,
});

export const isSetting = (declared: PropertyDeclaration): declared is Setting => 'read' in declared;

const oneOf =
  <T extends string>(...known: readonly T[]): Reader<T> =>
  (value) =>
    known.find((name) => name === value);

export type Theme = 'auto' | 'light' | 'dark';
export type Storing = 'none' | 'local';
export type Loading = 'lazy' | 'eager';

export const toTheme = oneOf<Theme>('auto', 'light', 'dark');
export const toStoring = oneOf<Storing>('none', 'local');
export const toLoading = oneOf<Loading>('lazy', 'eager');

/** The tag of a language that there is a text in, as it was written. */
export const toLocale: Reader<string> = (value) =>
  typeof value === 'string' && value.length < 40 && knownLocale(value) ? value : undefined;

/** Set is set, as in HTML; but a framework may write out what it takes for no. */
export const toFlag: Reader<boolean> = (value) => value !== false && value !== 'false';

/** Where a link may lead, as a whole address. */
export const toHref: Reader<string> = (value) => safeHref(value);

export const toSectionId = (id: unknown): SectionId | undefined => SECTION_IDS.find((known) => known === id);

/** The sections that a list names, in its order: as an attribute has it, or as a framework sets the property. */
export const toSections: Reader<readonly SectionId[]> = (list, odd) => {
  const listed: unknown = typeof list === 'string' ? list.slice(0, 999).split(/[\s,]+/) : list;
  if (!Array.isArray(listed)) return undefined;
  const wanted = new Set(listed.slice(0, 99).filter((id) => id !== ''));
  const known = [...wanted].map(toSectionId).filter((id) => id !== undefined);
  if (known.length < wanted.size) odd();
  return known.length > 0 ? known : wanted.size > 0 ? undefined : SECTION_IDS;
};
