import { itHoldsAtAllPoints } from './itHolds';

itHoldsAtAllPoints('Kakiyo');
