using AreaSend.Core.Rules;
using AreaSend.Services.Store;

namespace AreaSend.Services.Inspections;

/// <summary>What became of an attempt to record something.</summary>
public abstract record Recording
{
    private Recording()
    {
    }

    /// <summary>It is in the store.</summary>
    /// <param name="Inspection">The inspection with it.</param>
    public sealed record Recorded(LoadedInspection Inspection) : Recording
    {
        /// <summary>The same form had been sent before: what it asks for was in the store already, and nothing was recorded a second time.</summary>
        public bool Already { get; init; }
    }

    /// <summary>It cannot be true, or not yet; nothing was stored.</summary>
    /// <param name="Because">A sentence that says what to do.</param>
    public sealed record Refused(string Because) : Recording;

    /// <summary>The inspection is no longer the one that somebody decided on; nothing was stored.</summary>
    /// <param name="Inspection">The inspection as it is now.</param>
    public sealed record Changed(LoadedInspection Inspection) : Recording
    {
        /// <summary>In a sentence, where the page does not show what is new.</summary>
        public const string Sentence =
            "This inspection has changed since you opened the page, so nothing was recorded. Look at it as it is now; then, if it still has to be, do it again.";
    }

    /// <summary>Why nothing was stored, in a sentence; null when it was.</summary>
    public string? WhyNot => this switch
    {
        Refused refused => refused.Because,
        Changed => Changed.Sentence,
        _ => null,
    };
}
