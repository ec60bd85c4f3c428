/** What crosses from core packed, each with what it is made of it. A property at a time would cost far more. */
import { pointFrom } from './point.js';
import { tokensFrom } from './tokens.js';

/** Handed to the module, which calls them while it answers. */
export const UNPACK = { tokens: tokensFrom, point: pointFrom };
