/** Keeps the files of a page for when there is no network, and tells of a new build without pressing it on anybody. */

/** Where the page says that there is a new build: hidden until then. */
export interface Notice {
  show(): void;
  /** The learner takes the new build. */
  taken: Promise<unknown>;
}

/** `worker` is the script, `scope` what of this folder it serves; both relative to the page. */
export async function keepOffline(worker: string, scope: string, notice: Notice): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(trusted(worker) as string, { scope, updateViaCache: 'none' });
  let offered = false;
  const offer = (): void => {
    // Without a controller it is the first visit, and nothing is replaced.
    if (offered || !registration.waiting || !serviceWorker.controller) return;
    offered = true;
    notice.show();
    void notice.taken.then(() => {
      // Another page may have let it in meanwhile.
      if (!registration.waiting) return location.reload();
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting.postMessage('take-over');
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  // Another page let a new build in: this one goes on as it is, and is told.
  serviceWorker.addEventListener('controllerchange', () => {
    if (!offered) notice.show();
    offered = true;
  });
}

/** A policy may forbid addresses of scripts that nobody vouches for. */
function trusted(worker: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Rules } };
  return (
    trustedTypes?.createPolicy('bce-page', { createScriptURL: (url: string) => url }).createScriptURL(worker) ?? worker
  );
}
interface Rules {
  createScriptURL(url: string): unknown;
}
