import { resourceProperties } from '../../../shared/fields/resource';
import { apiRequest } from './apiRequest';
import { createSource } from './createSource';
import { getDocuments } from './getDocuments';
import { getSource } from './getSource';
import { getSources } from './getSources';
import { getWindow } from './getWindow';
import { ingestDocument } from './ingestDocument';
import { query } from './query';
import { refreshSource } from './refreshSource';
import { updateSource } from './updateSource';

export const context = resourceProperties('context', [
	query,
	apiRequest,
	createSource,
	getDocuments,
	getSource,
	getSources,
	getWindow,
	ingestDocument,
	refreshSource,
	updateSource,
]);
