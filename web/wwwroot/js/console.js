import { initAll as initGovuk } from '/lib/govuk-frontend.min.js';
import { initAll as initMoj } from '/lib/moj-frontend.min.js';

initGovuk();
initMoj();
