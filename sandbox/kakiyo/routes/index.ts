import type { Route } from '../../server/vendor';
import type { Kakiyo } from '../kakiyo';
import { agentRoutes } from './agents';
import { analyticsRoutes } from './analytics';
import { campaignRoutes } from './campaigns';
import { dncRoutes } from './dnc';
import { libraryRoutes } from './library';
import { promptRoutes } from './prompts';
import { prospectActionRoutes } from './prospectActions';
import { prospectDeletionRoutes } from './prospectDeletion';
import { prospectIntakeRoutes } from './prospectIntake';
import { prospectQueryRoutes } from './prospectQueries';
import { verifyRoutes } from './verify';
import { webhookRoutes } from './webhooks';
import { workspaceRoutes } from './workspaces';

const groups = [
	verifyRoutes,
	agentRoutes,
	campaignRoutes,
	prospectIntakeRoutes,
	prospectQueryRoutes,
	prospectActionRoutes,
	prospectDeletionRoutes,
	libraryRoutes,
	promptRoutes,
	analyticsRoutes,
	dncRoutes,
	webhookRoutes,
	workspaceRoutes,
];

/** Every documented endpoint. */
export function kakiyoRoutes(kakiyo: Kakiyo): Route[] {
	return groups.flatMap((routesOf) => routesOf(kakiyo));
}
