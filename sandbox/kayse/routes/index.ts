import type { Route } from '../../server/vendor';
import type { Kayse } from '../kayse';
import { callRoutes } from './calls';
import { campaignRoutes } from './campaigns';
import { caseDeletionRoutes } from './caseDeletion';
import { caseListRoutes } from './caseLists';
import { caseRoutes } from './cases';
import { clientRoutes } from './clients';
import { communicationRoutes } from './communication';
import { metadataRoutes } from './metadata';

const groups = [
	clientRoutes,
	caseRoutes,
	caseDeletionRoutes,
	communicationRoutes,
	caseListRoutes,
	callRoutes,
	campaignRoutes,
	metadataRoutes,
];

/** All endpoints of docs/vendors/kayse.md except those of CRM mappings; the gates decide which host serves one. */
export function kayseRoutes(kayse: Kayse): Route[] {
	return groups.flatMap((routesOf) => routesOf(kayse));
}
