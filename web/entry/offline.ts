/**
 * The service worker of a page of ours: after one visit its files are in the browser. They are taken together from one
 * build, and used until the next one is there whole and the learner, or the end of the last open page, lets it in.
 */
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';

declare const self: {
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', heard: (event: MessageEvent) => void): void;
};

/** What the build puts before this script: the files, each with what tells it from the same file of another build. */
declare const FILES: PrecacheEntry[];

// What follows the question mark is for the script of the page.
precacheAndRoute(FILES, { cleanURLs: false, ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
