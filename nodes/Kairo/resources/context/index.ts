import { resourceOf } from '../../../shared/fields/resource';
import { apiRequestIn } from '../../apiRequest/operation';
import { createSource } from './createSource';
import { getDocuments } from './getDocuments';
import { getSource } from './getSource';
import { getSources } from './getSources';
import { getWindow } from './getWindow';
import { ingestDocument } from './ingestDocument';
import { query } from './query';
import { refreshSource } from './refreshSource';
import { updateSource } from './updateSource';

export const context = resourceOf({ name: 'Context', value: 'context' }, [
	query,
	apiRequestIn('context', 'context', 'e.g. /sources/crm/documents'),
	createSource,
	getDocuments,
	getSource,
	getSources,
	getWindow,
	ingestDocument,
	refreshSource,
	updateSource,
]);
