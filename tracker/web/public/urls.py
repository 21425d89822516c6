"""Addresses of the families' pages."""

from django.urls import path

from tracker.web.public import views

app_name = "public"

urlpatterns = [
    path("", views.search, name="search"),
    path("inquiry/", views.inquiry, name="inquiry"),
    path("inquiry/begin/", views.begin_inquiry, name="begin_inquiry"),
    path("inquiry/received/", views.received, name="received"),
    path("about/", views.about, name="about"),
]
