using Microsoft.Extensions.DependencyInjection;
using PartyCms.Accounts.Contracts;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Contracts;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Members.Binding;
using PartyCms.WeChat.Members.Invites;
using PartyCms.WeChat.Members.QrCards;
using PartyCms.WeChat.Members.Reminders;
using PartyCms.WeChat.Members.Sharing;
using PartyCms.WeChat.Members.SignIn;

namespace PartyCms.WeChat.Members;

internal static class MembersServices
{
    /// <summary>Recognizing members by WeChat, reminding them, and share cards.</summary>
    public static IServiceCollection AddMembersInWeChat(this IServiceCollection services)
    {
        services.AddSealedCookie<PendingSignIn>("wechat-sign-in", TimeSpan.FromMinutes(10));
        services.AddSealedCookie<WeChatVisitor>("wechat-visitor", TimeSpan.FromMinutes(30));
        services.AddScoped<RecognizeVisitor>();
        services.AddScoped<WelcomeVisitor>();
        services.AddSingleton<ISignInWay, WeChatSignInWay>();

        services.AddScoped<BindingThrottle>();
        services.AddScoped<Bindings>();
        services.AddScoped<BindMember>();
        services.AddScoped<UnbindMember>();
        services.AddScoped<ConsentLedger>();
        services.AddScoped<InviteCodes>();
        services.AddScoped<WeChatStanding>();
        services.AddSingleton<IOwnPageLink, OwnWeChatLink>();
        services.AddScoped<IPersonalDataSource, WeChatPersonalData>();

        services.AddScoped<NoticeGrants>();
        services.AddScoped<ReminderWishes>();
        services.AddScoped<DeliverReminder>();
        services.AddScoped<IPushHandler, RecordGrants>();
        services.AddScheduledJob<SendReminders>();
        services.AddScheduledJob<ForgetOldTries>();

        services.AddScoped<BranchCards>();
        services.AddSingleton<IMicrositeScript, ShareScript>();
        return services;
    }
}
