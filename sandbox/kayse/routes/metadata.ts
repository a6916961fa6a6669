import type { Route } from '../../server/vendor';
import { effectFields, type ObjectName } from '../contract/fields';
import type { Kayse } from '../kayse';
import { plain } from './builders';

const objects: readonly ObjectName[] = ['cases', 'clients', 'case_lists'];

/** The endpoints of metadata. */
export function metadataRoutes(kayse: Kayse): Route[] {
	return [
		plain({
			method: 'GET',
			path: '/metadata/objects',
			handle: () => objects.map((name) => ({ name, fields: [...kayse.ownFields(name), ...effectFields[name]] })),
		}),
	];
}
