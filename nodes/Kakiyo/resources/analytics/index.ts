import { resourceOf } from '../../../shared/fields/resource';
import { getCampaign } from './getCampaign';
import { getOverview } from './getOverview';

export const analytics = resourceOf({ name: 'Analytics', value: 'analytics' }, [getOverview, getCampaign]);
