import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { rotateSecret } from './rotateSecret';
import { sendTest } from './sendTest';

export const webhook = resourceOf({ name: 'Webhook', value: 'webhook' }, [
	getMany,
	create,
	remove,
	rotateSecret,
	sendTest,
]);
