using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AreaSend.Web.Tests.Shell;

internal sealed record LogLine(LogLevel Level, string Text, Exception? Exception);

internal sealed class LogCollector(ConcurrentQueue<LogLine> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue(new LogLine(logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
