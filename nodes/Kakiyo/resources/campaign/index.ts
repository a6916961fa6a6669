import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { getStatistics } from './getStatistics';
import { pause } from './pause';
import { resume } from './resume';
import { update } from './update';

export const campaign = resourceOf({ name: 'Campaign', value: 'campaign' }, [
	getMany,
	create,
	getStatistics,
	pause,
	remove,
	resume,
	update,
]);
