using System.Runtime.CompilerServices;

namespace AreaSend.Functions.Tests;

/// <summary>The in-process engine logs each of its calls unless it is told not to.</summary>
internal static class QuietHosts
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
}
