using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>The sandbox's clock stopped on its way, because the engine did not do what fell due there. The message says where, and what to do.</summary>
public sealed class EngineBehindException(Instant at)
    : Exception(
        $"The engine has not done what fell due by {LondonTime.Show(at)}, so the clock stands there. Start the Functions app where it is the engine, or look at the log, and then move the clock again.");
