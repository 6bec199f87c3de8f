using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.Components;

/// <summary>
/// A page that is drawn once all that it shows has been read. A component that reads while it is being initialised is drawn a first time before that,
/// with nothing to show, or with half of it and a failure: never on SQLite, whose reading does not wait, but on PostgreSQL.
/// </summary>
public abstract class LoadedPage : ComponentBase
{
    /// <summary>Reads what the page shows; its parameters are set.</summary>
    protected abstract Task LoadAsync();

    /// <summary>What is read before that, for pages that have something in common.</summary>
    private protected virtual Task ReadAsync() => LoadAsync();

    /// <inheritdoc/>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await ReadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
