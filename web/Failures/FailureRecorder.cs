using AreaSend.Web.Security;
using Microsoft.AspNetCore.Diagnostics;

namespace AreaSend.Web.Failures;

/// <summary>Gives a failure its reference and logs it. The page itself is made by the error page that runs next.</summary>
internal sealed class FailureRecorder(ILogger<FailureRecorder> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var reference = FailureReference.New();
        httpContext.Features.Set(reference);
        // By now the request's own path is that of the error page.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        FailureLog.Failed(logger, exception, reference.Text, httpContext.Request.Method, PathInLog.Of(path));
        return ValueTask.FromResult(false);
    }
}
