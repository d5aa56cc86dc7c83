import * as layers from '@tensorflow/tfjs-layers';

let isAny = false;

/** TensorFlow.js's own, which keeps what is registered to itself; here it is noted that something is. */
export const registerCallbackConstructor: typeof layers.registerCallbackConstructor = (
  verbosityLevel,
  callbackConstructor,
) => {
  layers.registerCallbackConstructor(verbosityLevel, callbackConstructor);
  isAny = true;
};

/** Whether every `fit` has callbacks of which only TensorFlow.js's own loop knows. */
export const hasRegisteredCallbacks = () => isAny;
