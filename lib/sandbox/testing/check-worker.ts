import '@tensorflow/tfjs-backend-cpu';
import { parentPort, workerData } from 'node:worker_threads';
import { createCourse, createInput, installFitDefaults } from '@/lib/course';
import { fakeHost } from '@/lib/course/testing/fake-host';
import * as tf from '@/lib/course/tf';
import { runCheck } from '../check-runner';
import { createInterrupt } from '../interrupt';
import { createLiveControls } from '../live-controls';
import { createOutbox } from '../outbox';
import { trackLeftovers } from '../run-leftovers';
import type { CheckMessage } from '../session';
import { evaluateHere } from './evaluate-here';

/*
 * A realm of its own for one check, as the sandbox's worker is one: what is hardened here stays so until the thread
 * ends. It is bundled and started by `check-in-worker.ts`.
 */
const post = parentPort!.postMessage.bind(parentPort);
const outbox = createOutbox(post);
const host = { ...fakeHost(), wait: outbox.wait };

async function start(message: CheckMessage): Promise<void> {
  await tf.setBackend('cpu');
  Error.stackTraceLimit = 50;
  installFitDefaults(host);
  Object.assign(globalThis, { tf, ...createCourse(host) });
  await runCheck(message, {
    send: post,
    outbox,
    interrupt: createInterrupt(null),
    leftovers: trackLeftovers(),
    controls: createLiveControls(outbox.output),
    inputFor: (name) => createInput(host, name),
    pace: { due: () => false, turn: () => Promise.resolve() },
    modules: { add() {} },
    evaluate: evaluateHere,
  });
}

// A thread of Node's ends when nothing can happen any more; a browser's worker waits.
setInterval(() => {}, 1_000);
void start(workerData as CheckMessage);
