import { initAll as initGovuk } from '/lib/govuk-frontend.min.js';
import { initAll as initMoj } from '/lib/moj-frontend.min.js';

initGovuk();
initMoj();

// Not one of those that MoJ starts by itself: the button that opens a list's filter on a narrow screen.
const filter = document.querySelector('[data-module="moj-filter"]');
if (filter) {
  const { FilterToggleButton } = await import('/lib/filter-toggle-button.bundle.mjs');
  new FilterToggleButton(filter, { startHidden: false });
}
