import { resourceOf } from '../../../shared/fields/resource';
import { add } from './add';
import { remove } from './delete';
import { distribute } from './distribute';
import { get } from './get';
import { getImport } from './getImport';
import { getMany } from './getMany';
import { importSalesNavigator } from './importSalesNavigator';
import { pause } from './pause';
import { qualify } from './qualify';
import { resume } from './resume';
import { search } from './search';
import { updateCustomData } from './updateCustomData';

/** `POST /prospects/{id}/disqualify` is missing here: one curl line mentions it, but no document describes it. */
export const prospect = resourceOf({ name: 'Prospect', value: 'prospect' }, [
	add,
	distribute,
	get,
	getImport,
	getMany,
	importSalesNavigator,
	pause,
	qualify,
	remove,
	resume,
	search,
	updateCustomData,
]);
