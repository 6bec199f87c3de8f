using AreaSend.Core.Inspections;
using Microsoft.Extensions.Logging;

namespace AreaSend.Services.SignInLinks;

/// <summary>What signing in by a link writes to the log: no name, no address, no link.</summary>
internal static partial class LinkSignInLog
{
    [LoggerMessage(LogLevel.Warning, "A sign-in link was refused ({State}); inspection {Inspection}.")]
    public static partial void LinkRefused(ILogger logger, LinkState state, Guid? inspection);

    [LoggerMessage(LogLevel.Information, "Somebody signed in to inspection {Inspection} as {Role}.")]
    public static partial void SessionBegan(ILogger logger, RecipientRole role, Guid inspection);

    [LoggerMessage(LogLevel.Information, "Access of the {Role} to inspection {Inspection} was withdrawn.")]
    public static partial void AccessWithdrawn(ILogger logger, RecipientRole role, Guid inspection);

    [LoggerMessage(LogLevel.Information, "Somebody asked for a sign-in link; {Guests} people may come in under the address they gave.")]
    public static partial void LinkAskedFor(ILogger logger, int guests);

    [LoggerMessage(LogLevel.Error, "No link could be sent to the {Role} of inspection {Inspection}.")]
    public static partial void NotSent(ILogger logger, Exception problem, RecipientRole role, Guid inspection);
}
