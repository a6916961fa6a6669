import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { getEvents } from './getEvents';
import { getExample } from './getExample';
import { getMany } from './getMany';
import { getTestEvents } from './getTestEvents';
import { sendTest } from './sendTest';
import { update } from './update';

export const webhook = resourceOf({ name: 'Webhook', value: 'webhook' }, [
	getMany,
	create,
	getEvents,
	getExample,
	getTestEvents,
	remove,
	sendTest,
	update,
]);
