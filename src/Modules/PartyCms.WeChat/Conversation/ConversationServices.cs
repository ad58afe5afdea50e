using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Conversation.Answers;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Conversation.Keywords;
using PartyCms.WeChat.Conversation.Log;

namespace PartyCms.WeChat.Conversation;

internal static class ConversationServices
{
    /// <summary>What the account answers, whom it knows, and what was said.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddScoped<ComposeReply>();
        services.AddScoped<KeywordRules>();
        services.AddScoped<SiteAnswers>();
        services.AddScoped<OwnStudyAnswer>();
        services.AddScoped<SearchAnswer>();
        services.AddScoped<SiteLink>();
        services.AddScoped<WelcomeSettings>();
        services.AddSingleton<FollowerHash>();
        services.AddEventSubscriber<MemberMoved, FollowerBranch>();
        services.AddScoped<ForgetFollower>();
        services.AddScoped<IPushHandler, RecordFollower>();
        services.AddScoped<IPushHandler, LogMessage>();
        services.AddScheduledJob<ForgetOldMessages>();
        return services;
    }
}
