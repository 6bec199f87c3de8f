using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Notices;

/// <summary>Writes notices: one template gives the subject, the HTML part and the plain-text part.</summary>
public sealed class NoticeComposer(IServiceScopeFactory scopes, ILoggerFactory logs, IOptions<NoticeOptions> links)
{
    /// <summary>The notice in words. The same request always gives the same words.</summary>
    /// <exception cref="ArgumentException">There is no such template.</exception>
    /// <exception cref="InvalidOperationException">The case lacks the fact that the notice tells of; <see cref="PreviewAsync"/> assumes it.</exception>
    public async Task<ComposedNotice> ComposeAsync(NoticeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var template = NoticeTemplates.Find(request.Template, request.Case.Type.Key)
            ?? throw new ArgumentException($"There is no notice template {request.Template}.", nameof(request));
        var notice = new Notice(request, links.Value);
        var html = await RenderAsync(template.Component, notice);
        return new ComposedNotice(template.Name, template.Version, OneLine(template.SubjectOf(notice)), PlainText.Of(html), html);
    }

    /// <summary>
    /// How the notice would read for a case that has not come so far: every fact on the way to it is assumed on its due day, and reasons
    /// that nobody has given yet stand in square brackets.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such template.</exception>
    /// <exception cref="AreaSend.Core.Calendars.OutsideCalendarException">The way leads beyond the years that the calendar knows.</exception>
    public Task<ComposedNotice> PreviewAsync(NoticeRequest request, CancellationToken cancellation) =>
        ComposeAsync(NoticePreview.Foresee(request), cancellation);

    private async Task<string> RenderAsync(Type component, Notice notice)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(NoticeTemplate.Notice)] = notice });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(component, parameters)).ToHtmlString());
    }

    // A line break in a name must not become a second header of the e-mail.
    private static string OneLine(string subject) =>
        string.Join(' ', new string([.. subject.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
