using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.Components.Govuk;

/// <summary>One tab: its id is the fragment that opens it.</summary>
public sealed record TabPanel(string Id, string Label, RenderFragment Content);
