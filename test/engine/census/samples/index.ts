import type { Samples } from '../sample';
import { kaiCallsSamples } from './kaicalls';
import { kairoSamples } from './kairo';
import { kakiyoSamples } from './kakiyo';
import { kayseSamples } from './kayse';

/** By the node's name. */
export const SAMPLES: Record<string, Samples> = {
	kaiCalls: kaiCallsSamples,
	kairo: kairoSamples,
	kakiyo: kakiyoSamples,
	kayse: kayseSamples,
};
