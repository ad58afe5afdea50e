using PartyCms.WeChat.Client;

namespace PartyCms.WeChat.Delivery;

/// <summary>How one step of an issue ended.</summary>
internal abstract record StepResult
{
    private StepResult()
    {
    }

    /// <summary>It led on; the next step may begin at once.</summary>
    public sealed record Advanced(IssueEvent Happened) : StepResult;

    /// <summary>It is to be looked at again later; nothing is wrong.</summary>
    public sealed record Wait(TimeSpan Pause) : StepResult;

    /// <summary>WeChat refused or was not there; what to do follows from the error.</summary>
    public sealed record Trouble(WeChatError Error) : StepResult;

    /// <summary>The draft is gone from the box, and only a person can find out whether it was published.</summary>
    /// <param name="Problem">What is not known, in Chinese.</param>
    /// <param name="Remedy">What to do, in Chinese.</param>
    public sealed record Unclear(string Problem, string Remedy) : StepResult;

    /// <summary>A person has to act.</summary>
    /// <param name="Problem">What is wrong, in Chinese.</param>
    /// <param name="Remedy">What to do, in Chinese.</param>
    /// <param name="RetryAt">Where a retry begins; null for the failed step itself.</param>
    public sealed record Failed(string Problem, string Remedy, IssueStage? RetryAt = null) : StepResult
    {
        /// <summary>Whether WeChat refused the articles as they are, so that the same once more would be refused once more.</summary>
        public bool IsRefusal { get; init; }
    }
}
