using AreaSend.Core.Rules;

namespace AreaSend.Web.SignIn;

/// <summary>What sign-in writes to the log: no name, no address, no token.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(LogLevel.Warning, "A sign-in was refused ({Kind}).")]
    public static partial void Refused(ILogger logger, string kind);

    [LoggerMessage(LogLevel.Warning, "Somebody whom the identity provider knows has no role in AreaSend.")]
    public static partial void NoRole(ILogger logger);

    [LoggerMessage(LogLevel.Error, "The identity provider does not answer.")]
    public static partial void ProviderAway(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Error, "The identity provider does not take this console for what it says it is: look at the settings under AreaSend:SignIn.")]
    public static partial void ConsoleRefused(ILogger logger, Exception problem);

    [LoggerMessage(LogLevel.Information, "The identity provider ended a session ({Answer}).")]
    public static partial void EndedByProvider(ILogger logger, string answer);
}
