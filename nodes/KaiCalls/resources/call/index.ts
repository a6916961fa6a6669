import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { createAndWait } from './createAndWait';
import { get } from './get';
import { getMany } from './getMany';
import { getRecording } from './getRecording';
import { getTranscript } from './getTranscript';

export const call = resourceOf({ name: 'Call', value: 'call' }, [
	create,
	createAndWait,
	get,
	getMany,
	getRecording,
	getTranscript,
]);
