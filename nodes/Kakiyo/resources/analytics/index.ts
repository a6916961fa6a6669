import { resourceProperties } from '../../../shared/fields/resource';
import { getCampaign } from './getCampaign';
import { getOverview } from './getOverview';

export const analytics = resourceProperties('analytics', [getOverview, getCampaign]);
