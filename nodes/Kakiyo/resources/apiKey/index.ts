import { resourceProperties } from '../../../shared/fields/resource';
import { verify } from './verify';

export const apiKey = resourceProperties('apiKey', [verify]);
