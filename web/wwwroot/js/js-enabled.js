// First thing in the body, before anything is drawn: components that need JavaScript wait for these classes.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');
